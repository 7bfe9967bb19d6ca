package dramatis.her;

/** White space at the ends of a text, as Python's {@code str.strip} sees it: unbreakable spaces and U+0085 included. */
final class Strip {
    private Strip() {}

    static String spaces(String text) {
        int start = start(text);
        return text.substring(start, Math.max(start, end(text)));
    }

    /** The index of the first character that is not white space; the length where there is none. */
    static int start(CharSequence text) {
        int at = 0;
        while (at < text.length() && Names.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The index after the last character that is not white space; 0 where there is none. */
    static int end(String text) {
        int at = text.length();
        while (at > 0 && Names.isSpace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
