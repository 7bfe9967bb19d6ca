package dramatis.hub;

import java.util.Locale;

/** Numbers of bytes for people, in powers of a thousand as the hub's pages have them. */
final class Amount {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private Amount() {}

    static String of(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        double amount = bytes / 1000.0;
        int unit = 0;
        while (amount >= 999.95 && unit < UNITS.length - 1) {
            amount /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
    }
}
