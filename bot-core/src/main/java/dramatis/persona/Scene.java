package dramatis.persona;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One entry of a HER or CoSER scene file, fields as they stand in the file.
 *
 * @param book the work
 * @param topic what the scene is about
 * @param scenario the setting
 * @param profiles {@code character_profiles}: name to profile, in file order
 * @param thoughts {@code key_characters[].thought} by name
 * @param motivations {@code key_characters[].motivation} by name
 * @param descriptions {@code plot.key_characters[].description} by name
 * @param speakers {@code speaking_characters_w_env}, Environment included
 */
public record Scene(
        String book,
        String topic,
        String scenario,
        Map<String, String> profiles,
        Map<String, String> thoughts,
        Map<String, String> motivations,
        Map<String, String> descriptions,
        List<String> speakers) {
    public Scene {
        requireNonNull(book, "book");
        requireNonNull(topic, "topic");
        requireNonNull(scenario, "scenario");
        profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
        thoughts = Map.copyOf(thoughts);
        motivations = Map.copyOf(motivations);
        descriptions = Map.copyOf(descriptions);
        speakers = List.copyOf(speakers);
    }
}
