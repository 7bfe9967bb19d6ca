package dramatis.session;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.address.Scope;
import dramatis.message.ConversationRef;
import dramatis.message.UserRef;
import org.junit.jupiter.api.Test;

class SessionKeyTest {
    private static final ConversationRef CHANNEL = new ConversationRef("discord", "tavern", "");
    private static final ConversationRef THREAD = new ConversationRef("discord", "tavern", "cellar");
    private static final UserRef ADA = new UserRef("discord", "ada");
    private static final UserRef BEN = new UserRef("discord", "ben");

    @Test
    void of_threadScope_isTheExactPlaceForEverybody() {
        assertThat(SessionKey.of(THREAD, ADA, Scope.THREAD)).isEqualTo(SessionKey.of(THREAD));
        assertThat(SessionKey.of(THREAD, BEN, Scope.THREAD)).isEqualTo(SessionKey.of(THREAD));
        assertThat(SessionKey.of(CHANNEL, ADA, Scope.THREAD)).isEqualTo(SessionKey.of(CHANNEL));
    }

    @Test
    void of_channelScope_isTheChannelInItsThreadsToo() {
        assertThat(SessionKey.of(THREAD, ADA, Scope.CHANNEL)).isEqualTo(SessionKey.of(CHANNEL));
        assertThat(SessionKey.of(CHANNEL, BEN, Scope.CHANNEL)).isEqualTo(SessionKey.of(CHANNEL));
    }

    @Test
    void of_userScope_isThePersonInTheExactPlace() {
        SessionKey adas = SessionKey.of(THREAD, ADA, Scope.USER);

        assertThat(adas.place()).isEqualTo(THREAD);
        assertThat(adas.person()).contains(ADA);
        assertThat(adas)
                .isNotEqualTo(SessionKey.of(THREAD, BEN, Scope.USER))
                .isNotEqualTo(SessionKey.of(CHANNEL, ADA, Scope.USER))
                .isNotEqualTo(SessionKey.of(THREAD));
    }

    @Test
    void parent_personInAThread_goesByTheThreadToTheChannel() {
        SessionKey thread = SessionKey.of(THREAD, ADA, Scope.USER).parent().orElseThrow();
        SessionKey channel = thread.parent().orElseThrow();

        assertThat(thread).isEqualTo(SessionKey.of(THREAD));
        assertThat(channel).isEqualTo(SessionKey.of(CHANNEL));
        assertThat(channel.parent()).isEmpty();
    }
}
