package dramatis.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadableTextTest {
    private static final ReadableText.Names NAMES =
            new ReadableText.Names(id -> "user" + id, id -> "role" + id, id -> "channel" + id);

    @Test
    void text_eachKind_readable() {
        String raw = "<@1> <@!2> <@&3> <#4> <:bat:5> <a:wave:6> </persona use:7> <t:0:R>";
        assertThat(ReadableText.text(raw, NAMES))
                .isEqualTo("@user1 @user2 @role3 #channel4 :bat: :wave: /persona use 1970-01-01T00:00:00Z");
    }

    @Test
    void text_signsOfReplacements_asTheyAre() {
        ReadableText.Names names = new ReadableText.Names(id -> "$1\\", id -> id, id -> id);
        assertThat(ReadableText.text("<@1>", names)).isEqualTo("@$1\\");
    }

    @Test
    void text_otherBrackets_left() {
        assertThat(ReadableText.text("a < b > c <x> <@>", NAMES)).isEqualTo("a < b > c <x> <@>");
    }
}
