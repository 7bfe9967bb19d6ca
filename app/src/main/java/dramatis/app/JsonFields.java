package dramatis.app;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The fields of an object that somebody wrote, each with a sentence when it is not what it must be. */
final class JsonFields {
    private final JsonNode object;

    JsonFields(JsonNode object) {
        this.object = requireNonNull(object, "object");
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> wrong(name, "a text"));
    }

    Optional<String> optionalText(String name) {
        return given(name).map(node -> {
            require(node.isString(), name, "a text");
            return node.stringValue();
        });
    }

    boolean flag(String name) {
        return given(name)
                .map(node -> {
                    require(node.isBoolean(), name, "true or false");
                    return node.booleanValue();
                })
                .orElse(false);
    }

    List<String> texts(String name) {
        return given(name)
                .map(node -> {
                    require(node.isArray(), name, "a list of texts");
                    return StreamSupport.stream(node.spliterator(), false)
                            .map(item -> {
                                require(item.isString(), name, "a list of texts");
                                return item.stringValue();
                            })
                            .toList();
                })
                .orElse(List.of());
    }

    Optional<Double> number(String name) {
        return given(name).map(node -> {
            require(node.isNumber(), name, "a number");
            return node.doubleValue();
        });
    }

    Optional<Long> wholeNumber(String name) {
        return given(name).map(node -> {
            require(node.isIntegralNumber() && node.canConvertToLong(), name, "a whole number");
            return node.longValue();
        });
    }

    /** A whole number that counts something. */
    Optional<Integer> count(String name) {
        return wholeNumber(name).map(number -> {
            require(number >= 0 && number <= Integer.MAX_VALUE, name, "a count, 0 or more");
            return number.intValue();
        });
    }

    private Optional<JsonNode> given(String name) {
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }

    private static void require(boolean holds, String name, String allowed) {
        if (!holds) {
            throw wrong(name, allowed);
        }
    }

    private static CommandFailure wrong(String name, String allowed) {
        return CommandFailure.failed("\"" + name + "\" must be " + allowed);
    }
}
