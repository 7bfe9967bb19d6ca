package dramatis.telegram;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/**
 * What stands in one message.
 *
 * @param text at most {@link Pages#LIMIT} UTF-16 units, no white space around it
 * @param spans how parts of it look
 */
record Page(String text, List<Span> spans) {
    Page {
        requireNonNull(text, "text");
        spans = List.copyOf(spans);
    }

    static Page plain(String text) {
        return new Page(text, List.of());
    }

    List<MessageEntity> entities() {
        return spans.stream().map(Span::entity).toList();
    }

    /**
     * A part of a text.
     *
     * @param type bold, italic or text_link
     * @param from UTF-16 units before it
     * @param length in UTF-16 units, above 0
     * @param url where a text_link leads
     */
    record Span(String type, int from, int length, Optional<String> url) {
        Span {
            requireNonNull(type, "type");
            requireNonNull(url, "url");
        }

        MessageEntity entity() {
            MessageEntity entity = MessageEntity.builder()
                    .type(type)
                    .offset(from)
                    .length(length)
                    .build();
            url.ifPresent(entity::setUrl);
            return entity;
        }
    }
}
