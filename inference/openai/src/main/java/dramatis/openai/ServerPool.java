package dramatis.openai;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The servers of an engine. A conversation stays with one of them, so that what that has read of it is not read again:
 * by rendezvous hashing, so that only those move whose server rests, and come back after it.
 */
final class ServerPool {
    private final List<Server> servers;

    ServerPool(List<Server> servers) {
        this.servers = List.copyOf(servers);
    }

    List<Server> all() {
        return servers;
    }

    /** The server for a conversation: of those not tried yet and not resting; else the one whose rest ends first. */
    Optional<Server> choose(String conversationKey, Set<Server> tried) {
        List<Server> left = servers.stream().filter(it -> !tried.contains(it)).toList();
        return left.stream()
                .filter(it -> it.health().open())
                .max(Comparator.comparingLong(it -> score(conversationKey, it)))
                .or(() -> left.stream()
                        .min(Comparator.comparingLong(it -> it.health().restLeft())));
    }

    /** What all that are known can take. */
    OptionalInt context() {
        return servers.stream()
                .flatMap(it -> it.profile().stream())
                .flatMapToInt(it -> it.context().stream())
                .min();
    }

    /** Whether one at least has been asked what it can do. */
    boolean isKnown() {
        return servers.stream().anyMatch(it -> it.profile().isPresent());
    }

    /** Whether all that are known go on from a reply's beginning, and one at least is known. */
    boolean prefills() {
        List<ServerProfile> known =
                servers.stream().flatMap(it -> it.profile().stream()).toList();
        return !known.isEmpty() && known.stream().allMatch(ServerProfile::prefills);
    }

    private static long score(String conversationKey, Server server) {
        long hash = 0xcbf29ce484222325L;
        String both = conversationKey + "\n" + server.url();
        for (int i = 0; i < both.length(); i++) {
            hash = (hash ^ both.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 29);
    }
}
