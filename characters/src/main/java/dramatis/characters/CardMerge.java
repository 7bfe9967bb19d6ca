package dramatis.characters;

import dramatis.persona.Persona;
import dramatis.persona.Persona.Example;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a character into the card that it came from. A field whose text in the character is still what the card gives
 * is left as it stands there, so that a card which nobody has changed comes out as it went in; whatever the character
 * knows nothing of stays. Used once.
 */
final class CardMerge {
    private static final List<String> TEXTS = List.of(
            "name",
            "description",
            "personality",
            "scenario",
            "first_mes",
            "mes_example",
            "system_prompt",
            "post_history_instructions");

    /** Texts for people. */
    private static final List<String> NOTES = List.of("creator_notes", "creator", "character_version");

    private static final List<String> LISTS = List.of("alternate_greetings", "tags");

    /** Fields that belong into {@code data} and would be hidden at the top by an empty one there. */
    private static final List<String> OTHERS = List.of("extensions", "character_book", "nickname", "assets");

    private final CardTree card;
    private final Persona was;
    private final Persona now;
    private final CardSpec spec;
    private final ObjectNode root;
    private final ObjectNode data;

    private CardMerge(CardTree card, Persona now, CardSpec spec) {
        this.card = card;
        this.now = now;
        this.spec = spec;
        root = card.root().deepCopy();
        data = object(root, "data");
        complete();
        if (!new CardReader(card).name().equals(now.name())) {
            data.put("name", now.name());
        }
        was = new CardReader(new CardTree(card.file(), root)).read(); // under its new name, which examples know
    }

    /** The card as this character now is. */
    static ObjectNode merge(CardTree card, Persona now, CardSpec spec) {
        CardMerge merge = new CardMerge(card, now, spec);
        merge.texts();
        merge.greetings();
        merge.examples();
        merge.header();
        return merge.root;
    }

    /** A card with nothing but a name and who it is. */
    static CardTree blank(Persona persona) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("spec", "").put("spec_version", "");
        root.putObject("data").put("name", persona.name()).put("description", persona.profile());
        return new CardTree(persona.id(), root);
    }

    /** What the specification requires is there and of the right type, whatever the card's author made of it. */
    private void complete() {
        for (String field : OTHERS) {
            JsonNode value = card.node(field);
            if (value.isNull() || value.isMissingNode()) {
                data.remove(field);
            } else if (!data.has(field)) {
                data.set(field, value.deepCopy());
            }
        }
        TEXTS.stream().filter(f -> !data.path(f).isString()).forEach(f -> data.put(f, card.text(f)));
        NOTES.stream().filter(f -> !data.path(f).isString()).forEach(f -> data.put(f, card.note(f)));
        if (!data.path("alternate_greetings").isArray()) {
            data.set("alternate_greetings", array(card.texts("alternate_greetings")));
        }
        if (!data.path("tags").isArray()) {
            data.set("tags", array(card.tags().stream().map(String::strip).toList()));
        }
        if (spec == CardSpec.V3 && !data.path("group_only_greetings").isArray()) {
            data.set("group_only_greetings", array(card.texts("group_only_greetings")));
        }
        object(data, "extensions");
    }

    private void texts() {
        if (changed(Persona::profile)) {
            data.put("description", text(now.profile()));
            Stream.of("personality", "system_prompt", "post_history_instructions")
                    .forEach(field -> data.put(field, ""));
        }
        if (changed(Persona::scene)) {
            data.put("scenario", text(now.scene()));
        }
        if (changed(Persona::tags)) {
            data.set("tags", array(now.tags()));
        }
        extension("her", "world", persona -> persona.book().orElse(""));
        extension("her", "public_profile", Persona::publicProfile);
        extension("her", "motivation", Persona::thought);
        extension(CardReader.OURS, "avatar", Persona::avatar);
    }

    private void greetings() {
        if (!changed(Persona::greetings)) {
            return;
        }
        List<String> exact = now.greetings().stream().map(this::text).toList();
        List<String> plain = exact.stream().map(Stagecraft::plain).toList();
        data.put("first_mes", plain.stream().findFirst().orElse(""));
        data.set("alternate_greetings", array(plain.stream().skip(1).toList()));
        if (data.has("group_only_greetings")) {
            data.putArray("group_only_greetings");
        }
        boolean said = plain.stream().map(Stagecraft::tagged).toList().equals(exact);
        extension(CardReader.OURS, "greetings", array(said ? List.of() : exact));
    }

    private void examples() {
        if (!changed(Persona::examples)) {
            return;
        }
        List<Example> exact = now.examples().stream()
                .map(example -> new Example(text(example.line()), text(example.reply())))
                .toList();
        String plain = CardExamples.write(exact);
        data.put("mes_example", plain);
        boolean said = CardExamples.read(plain, List.of()).equals(exact);
        List<Example> unsaid = said ? List.of() : exact;
        extension(
                CardReader.OURS,
                "example_lines",
                array(unsaid.stream().map(Example::line).toList()));
        extension(
                CardReader.OURS,
                "example_replies",
                array(unsaid.stream().map(Example::reply).toList()));
    }

    /** The card's version; and what older programs look for at the top, where it stood there before, is kept in step. */
    private void header() {
        boolean same = root.path("spec").equals(root.stringNode(spec.spec()));
        if (!same || !root.path("spec_version").isString()) {
            root.put("spec", spec.spec()).put("spec_version", spec.version());
        }
        Stream.of(TEXTS, NOTES, LISTS)
                .flatMap(List::stream)
                .filter(root::has)
                .forEach(field -> root.set(field, data.path(field).deepCopy()));
    }

    private boolean changed(Function<Persona, ?> field) {
        return !field.apply(now).equals(field.apply(was));
    }

    private void extension(String name, String field, Function<Persona, String> text) {
        if (changed(text)) {
            String words = text(text.apply(now));
            extension(name, field, words.isEmpty() ? array(List.of()) : data.stringNode(words));
        }
    }

    /** Puts something into an extension; an empty list takes out what is there. */
    private void extension(String name, String field, JsonNode value) {
        ObjectNode extensions = object(data, "extensions");
        boolean nothing = value.isArray() && value.isEmpty();
        if (!nothing) {
            object(extensions, name).set(field, value);
        } else if (extensions.path(name) instanceof ObjectNode extension) {
            extension.remove(field);
            if (extension.isEmpty()) {
                extensions.remove(name);
            }
        }
    }

    /** In the prompt {@code {{char}}} is the name; in a card with a nickname it would be the nickname. */
    private String text(String text) {
        return card.note("nickname").isBlank() ? text : Macros.spelled(text, now.name());
    }

    private static ObjectNode object(ObjectNode parent, String field) {
        return parent.path(field) instanceof ObjectNode object ? object : parent.putObject(field);
    }

    private static ArrayNode array(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
