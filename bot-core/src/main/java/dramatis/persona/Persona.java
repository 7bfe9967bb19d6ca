package dramatis.persona;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A character that can be played.
 *
 * @param id its key: lower-case letters of any script, digits and hyphens; one that somebody made up has {@code ~} and
 *     a number behind
 * @param name what it is called, also the prefix of its lines
 * @param book the work it comes from; empty where there is none
 * @param profile who it is, in full: for its own prompt only
 * @param publicProfile what others are told about it
 * @param scene where it is met
 * @param thought what it thinks at the beginning
 * @param greetings its possible first replies, in HER's tags; the first is the usual one
 * @param examples how it answers
 * @param avatar a description of its picture
 * @param tags words to find it by
 */
public record Persona(
        String id,
        String name,
        Optional<String> book,
        String profile,
        String publicProfile,
        String scene,
        String thought,
        List<String> greetings,
        List<Example> examples,
        String avatar,
        List<String> tags) {

    /**
     * One line to a character and its answer.
     *
     * @param line what is said to it, with the speaker's {@code Name:}
     * @param reply its answer, in HER's tags
     */
    public record Example(String line, String reply) {
        public Example {
            requireNonNull(line, "line");
            requireNonNull(reply, "reply");
        }
    }

    public Persona {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(book, "book");
        requireNonNull(profile, "profile");
        requireNonNull(publicProfile, "publicProfile");
        requireNonNull(scene, "scene");
        requireNonNull(thought, "thought");
        greetings = List.copyOf(greetings);
        examples = List.copyOf(examples);
        requireNonNull(avatar, "avatar");
        tags = List.copyOf(tags);
        if (id.isEmpty() || name.isBlank()) {
            throw new IllegalArgumentException("a persona needs an id and a name");
        }
    }

    /** The same character under another id. */
    public Persona withId(String other) {
        return new Persona(
                other, name, book, profile, publicProfile, scene, thought, greetings, examples, avatar, tags);
    }
}
