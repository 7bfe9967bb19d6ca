package dramatis.her;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells what a tag is from its name, however it is spelt. Capitals, white space, underscores, hyphens and ASCII
 * punctuation around a name do not count; attributes do not either. Anything that could be a thought is one.
 */
final class TagNames {
    private static final Set<String> BARE = Set.of("think", "thinking", "thinks", "thought", "thoughts");
    private static final Set<String> ACTION = Set.of("action", "actions", "roleaction", "roleactions");
    private static final Set<String> SPEECH = Set.of("speech", "rolespeech");
    /** Near to a thought's name in letters, and not one. */
    private static final Set<String> INNOCENT = Set.of("thing", "things", "thin", "thins", "thick", "thank");
    /** Other words for thinking, anywhere in a name. */
    private static final List<String> VEILED =
            List.of("monolog", "reason", "reflect", "scratchpad", "analysis", "思", "想", "心");
    /** What a name that could be a thought's begins with. */
    private static final List<String> VEILED_STARTS =
            List.of("role", "system", "longrole", "inner", "internal", "plan", "mind");
    /** What a name may begin with that is cut off by the end of the reply. */
    private static final String[] HIDDEN_STARTS = {
        "systemthinking", "rolethinking", "longrolethinking", "thinking", "thoughts", "innermonologue", "reasoning"
    };

    private static final String[] VISIBLE_STARTS = {"roleaction", "rolespeech", "actions", "speech"};

    /** No Latin name of ours is shorter, misspelt or not. */
    private static final int SHORTEST = 4;

    /** Tags as they should be: most are. */
    private static final Map<String, TagKind> EXACT = Map.of(
            "system_thinking", TagKind.SYSTEM,
            "/system_thinking", TagKind.SYSTEM,
            "role_thinking", TagKind.THOUGHT,
            "/role_thinking", TagKind.THOUGHT,
            "role_action", TagKind.ACTION,
            "/role_action", TagKind.ACTION);

    private TagNames() {}

    /**
     * The kind of a complete tag.
     *
     * @param inside what stands between {@code <} and {@code >}
     */
    static TagKind kind(String inside) {
        TagKind exact = EXACT.get(inside);
        return exact == null ? anyKind(inside) : exact;
    }

    private static TagKind anyKind(String inside) {
        if (inside.length() > 2 && inside.startsWith("|") && inside.endsWith("|")) {
            TagKind named = named(squash(inside, 3));
            return named.hides() ? named : TagKind.CONTROL;
        }
        String three = squash(inside, 3);
        if (saysThink(three)) {
            return hidden(three);
        }
        TagKind two = named(squash(inside, 2));
        return two == TagKind.NONE || two == TagKind.VEILED ? named(squash(inside, 1)) : two;
    }

    /**
     * The kind of a tag whose {@code >} is missing, from its first word alone. After white space ({@code >_< Thinking}) a
     * common word is a word.
     */
    static TagKind brokenKind(String inside) {
        TagKind kind = named(squash(inside, 1));
        return isGlued(inside) || kind == TagKind.SYSTEM || inside.indexOf('_') >= 0 ? kind : TagKind.NONE;
    }

    /** Whether a tag says thought, the noun: a character has those, a plan seldom does. */
    static boolean isNoun(String raw) {
        return raw.toLowerCase(Locale.ROOT).contains("thought");
    }

    /** Where the first word of a tag ends, punctuation before it included. */
    static int firstWordEnd(String inside) {
        int at = nameStart(inside);
        while (at < inside.length() && isWordPart(inside.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether there is a slash before the name. */
    static boolean closing(String inside) {
        String before = inside.substring(0, nameStart(inside));
        return before.indexOf('/') >= 0 || before.indexOf('\\') >= 0;
    }

    /** Whether a name may begin with a character. */
    static boolean beginsName(char c) {
        return Character.isLetter(c) || Character.isSurrogate(c);
    }

    /**
     * Whether the end of the reply may have cut off a tag of ours here: the beginning of a name, a slip of the pen apart
     * when it is glued to its bracket; several words only where the first is one of ours; anything after a bar.
     */
    static boolean mayBeCutOff(String inside) {
        String name = inside.substring(nameStart(inside));
        if (inside.startsWith("|") || name.isEmpty()) {
            return true;
        }
        if (name.chars().anyMatch(Character::isWhitespace)) {
            return brokenKind(inside) != TagKind.NONE;
        }
        return startsNearOne(squash(inside, 1), isGlued(inside) ? 1 : 0) || isCutHidden(inside);
    }

    private static boolean startsNearOne(String name, int slips) {
        return Stream.of(HIDDEN_STARTS, VISIBLE_STARTS)
                .flatMap(Arrays::stream)
                .map(each -> each.substring(0, Math.min(each.length(), name.length())))
                .anyMatch(start -> SpellingDistance.within(name.length() < 4 ? 0 : slips, name, start));
    }

    /** Whether the end of the reply may have cut off a hidden tag here. */
    static boolean isCutHidden(String inside) {
        String name = squash(inside, 3);
        return startsOne(name, HIDDEN_STARTS) || (named(name).hides() && !startsOne(name, VISIBLE_STARTS));
    }

    private static boolean isGlued(String inside) {
        return inside.isEmpty() || !Character.isWhitespace(inside.charAt(0));
    }

    private static boolean startsOne(String name, String[] names) {
        return Arrays.stream(names).anyMatch(each -> each.startsWith(name));
    }

    private static TagKind named(String name) {
        if (name.length() < SHORTEST) {
            return isVeiled(name) ? TagKind.VEILED : TagKind.NONE;
        }
        if (saysThink(name)) {
            return hidden(name);
        }
        if (ACTION.contains(name) || SpellingDistance.within(2, name, "roleaction")) {
            return TagKind.ACTION;
        }
        if (SPEECH.contains(name) || SpellingDistance.within(2, name, "rolespeech")) {
            return TagKind.SPEECH;
        }
        return misspelt(name);
    }

    private static boolean saysThink(String name) {
        return name.contains("think") || name.contains("thought");
    }

    private static TagKind hidden(String name) {
        if (BARE.contains(name)) {
            return TagKind.BARE;
        }
        boolean plan = name.contains("system") || SpellingDistance.within(2, name, "systemthinking");
        return plan ? TagKind.SYSTEM : TagKind.THOUGHT;
    }

    private static TagKind misspelt(String name) {
        if (SpellingDistance.within(2, name, "systemthinking")) {
            return TagKind.SYSTEM;
        }
        if (SpellingDistance.within(2, name, "rolethinking") || isMisspeltBare(name)) {
            return TagKind.THOUGHT;
        }
        return isVeiled(name) ? TagKind.VEILED : TagKind.NONE;
    }

    private static boolean isMisspeltBare(String name) {
        return !INNOCENT.contains(name)
                && (SpellingDistance.within(1, name, "think")
                        || SpellingDistance.within(1, name, "thinking")
                        || SpellingDistance.within(1, name, "thought")
                        || SpellingDistance.within(1, name, "thoughts"));
    }

    private static boolean isVeiled(String name) {
        return VEILED_STARTS.stream().anyMatch(name::startsWith)
                || VEILED.stream().anyMatch(name::contains);
    }

    /** The first words of a name run together in lower case, without the punctuation between their letters. */
    private static String squash(String inside, int words) {
        StringBuilder name = new StringBuilder();
        int left = words;
        int at = nameStart(inside);
        while (at < inside.length() && left > 0) {
            int end = at;
            while (end < inside.length() && isWordPart(inside.charAt(end))) {
                end++;
            }
            letters(inside, at, end, name);
            left--;
            while (end < inside.length() && Character.isWhitespace(inside.charAt(end))) {
                end++;
            }
            at = end == at || end == inside.length() || !isWordPart(inside.charAt(end)) ? inside.length() : end;
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private static void letters(String text, int from, int to, StringBuilder into) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                into.append(c);
            }
        }
    }

    private static int nameStart(String inside) {
        int at = 0;
        while (at < inside.length() && isBeforeName(inside.charAt(at))) {
            at++;
        }
        return at;
    }

    static boolean isBeforeName(char c) {
        return Character.isWhitespace(c) || isInvisible(c) || (c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || isInvisible(c)
                || c == '_'
                || c == '-'
                || c == '.'
                || c == ':';
    }

    private static boolean isInvisible(char c) {
        return Character.getType(c) == Character.FORMAT;
    }
}
