package dramatis.her;

import java.util.Map;

/** Fills gaps in a text. */
final class Gaps {
    private Gaps() {}

    /**
     * Replaces each gap by its value, in one pass: what was filled in is not looked at again.
     *
     * @param values by gap, braces included; gaps are found whatever their capitals
     */
    static String fill(String template, Map<String, String> values) {
        StringBuilder filled = new StringBuilder(template.length());
        int at = 0;
        while (at < template.length()) {
            String gap = template.charAt(at) == '{' ? gapAt(template, at, values) : "";
            filled.append(gap.isEmpty() ? template.substring(at, at + 1) : values.get(gap));
            at += Math.max(1, gap.length());
        }
        return filled.toString();
    }

    private static String gapAt(String template, int at, Map<String, String> values) {
        return values.keySet().stream()
                .filter(gap -> template.regionMatches(true, at, gap, 0, gap.length()))
                .findFirst()
                .orElse("");
    }
}
