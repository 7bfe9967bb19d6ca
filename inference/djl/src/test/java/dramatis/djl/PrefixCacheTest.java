package dramatis.djl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrefixCacheTest {
    private final PrefixCache caches = new PrefixCache(100);

    @Test
    void put_overTheLimit_dropsTheLeastRecentlyUsed() {
        caches.put("a", cache(40));
        caches.put("b", cache(40));
        caches.take("a").ifPresent(it -> caches.put("a", it));
        caches.put("c", cache(40));
        assertThat(caches.bytes()).isEqualTo(80);
        assertThat(caches.take("b")).isEmpty();
        assertThat(caches.take("a")).isPresent();
        assertThat(caches.take("c")).isPresent();
        assertThat(caches.bytes()).isZero();
    }

    @Test
    void put_largerThanAllThatMayBeKept_isNotKept() {
        caches.put("a", cache(101));
        assertThat(caches.take("a")).isEmpty();
        assertThat(caches.bytes()).isZero();
    }

    @Test
    void put_sameKeyAgain_keepsTheLater() {
        caches.put("a", cache(40, 1));
        caches.put("a", cache(50, 2));
        assertThat(caches.bytes()).isEqualTo(50);
        assertThat(caches.take("a").orElseThrow().commonPrefix(new int[] {2})).isEqualTo(1);
    }

    @Test
    void takeClosest_takesTheLongestCommonPrefixOfThoseThatFit() {
        caches.put("raw 1", cache(10, 1, 2, 3));
        caches.put("raw 2", cache(10, 1, 2, 4, 5));
        caches.put("chat", cache(10, 1, 2, 4, 6));
        KvCache found = caches.takeClosest(it -> it.startsWith("raw"), new int[] {1, 2, 4, 6})
                .orElseThrow();
        assertThat(found.commonPrefix(new int[] {1, 2, 4, 5})).isEqualTo(4);
        assertThat(caches.takeClosest(it -> true, new int[] {7})).isEmpty();
    }

    @Test
    void put_closed_keepsNothing() {
        caches.close();
        caches.put("a", cache(10));
        assertThat(caches.take("a")).isEmpty();
    }

    private static KvCache cache(int bytes, int... ids) {
        KvCache cache = new KvCache(1);
        cache.grown(bytes);
        cache.append(ids);
        return cache;
    }
}
