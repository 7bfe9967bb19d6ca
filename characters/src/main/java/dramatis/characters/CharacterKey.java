package dramatis.characters;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of a character file, in the order in which they are written. */
enum CharacterKey {
    NAME("name", 80),
    FROM("from", 200),
    PROFILE("profile", 32_000),
    PUBLIC_PROFILE("public_profile", 4_000),
    SCENE("scene", 16_000),
    THOUGHT("thought", 8_000),
    GREETING("greeting", 8_000),
    ALTERNATES("alternates", 8_000),
    EXAMPLES("examples", 8_000),
    AVATAR("avatar", 4_000),
    TAGS("tags", 60);

    /** More items than these in one list are no character. */
    static final int MOST_ITEMS = 100;

    /** What authors used to other formats write, and what to write here. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("book", "the work is called \"from\" here"),
            Map.entry("source", "the work is called \"from\" here"),
            Map.entry("description", "it is called \"profile\" here"),
            Map.entry("personality", "say it in \"profile\""),
            Map.entry("scenario", "it is called \"scene\" here"),
            Map.entry("motivation", "it is called \"thought\" here"),
            Map.entry("first_mes", "it is called \"greeting\" here"),
            Map.entry("greetings", "the first is \"greeting\" here, the others are \"alternates\""),
            Map.entry("alternate_greetings", "they are called \"alternates\" here"),
            Map.entry("mes_example", "they are called \"examples\" here"),
            Map.entry("secret", "say it in \"profile\", which nobody else is told"),
            Map.entry("lore", "this version reads no lore, so take it out"),
            Map.entry("id", "the file's name without .yaml is the id, so take it out"));

    private final String key;
    private final int longest;

    CharacterKey(String key, int longest) {
        this.key = key;
        this.longest = longest;
    }

    String key() {
        return key;
    }

    /** The longest text, or the longest text of an item, in characters. */
    int longest() {
        return longest;
    }

    /** Whether its texts are one short line. */
    boolean oneLine() {
        return this == NAME || this == FROM || this == TAGS;
    }

    static Optional<CharacterKey> of(String key) {
        return Arrays.stream(values()).filter(k -> k.key.equals(key)).findFirst();
    }

    /** What to write instead of a key that is none. */
    static String insteadOf(String unknown) {
        String elsewhere = ELSEWHERE.get(unknown);
        if (elsewhere != null) {
            return elsewhere + ".";
        }
        List<String> keys = Arrays.stream(values()).map(CharacterKey::key).toList();
        return Nearest.to(unknown, keys)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse("the keys are " + String.join(", ", keys) + ".");
    }
}
