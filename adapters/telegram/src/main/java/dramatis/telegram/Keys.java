package dramatis.telegram;

import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Inline keyboards. Pure. */
final class Keys {
    /** The data of a button that does nothing. */
    static final String NOTHING = "n";

    private Keys() {}

    static InlineKeyboardMarkup of(List<List<Button>> rows) {
        return new InlineKeyboardMarkup(rows.stream()
                .filter(row -> !row.isEmpty())
                .map(row -> new InlineKeyboardRow(row.stream().map(Keys::button).toList()))
                .toList());
    }

    private static InlineKeyboardButton button(Button key) {
        return InlineKeyboardButton.builder()
                .text(key.label())
                .callbackData(key.data())
                .build();
    }

    /** The same buttons, so many a row. */
    static List<List<Button>> rows(List<Button> keys, int perRow) {
        List<List<Button>> rows = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += perRow) {
            rows.add(keys.subList(from, Math.min(keys.size(), from + perRow)));
        }
        return rows;
    }

    /** One that leads to an address. */
    static InlineKeyboardMarkup link(String label, String url) {
        return new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(
                InlineKeyboardButton.builder().text(label).url(url).build())));
    }
}
