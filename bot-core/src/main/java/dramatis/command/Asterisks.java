package dramatis.command;

import java.util.regex.Pattern;

/** How people write what a character does: between asterisks. */
final class Asterisks {
    private static final Pattern ASIDE = Pattern.compile("(?<![*\\w])\\*(?![*\\s])([^*\n]+)(?<!\\s)\\*(?!\\*)");

    private Asterisks() {}

    /** The text with HER's tags around what stood between asterisks. */
    static String actions(String text) {
        return ASIDE.matcher(text).replaceAll("<role_action>$1</role_action>");
    }
}
