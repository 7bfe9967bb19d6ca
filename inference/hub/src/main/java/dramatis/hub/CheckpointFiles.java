package dramatis.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which files of a repository are a checkpoint that can be played; refuses a repository where they are not there. */
final class CheckpointFiles {
    static final String CONFIG = "config.json";
    static final String TOKENIZER = "tokenizer.json";
    static final String TOKENIZER_CONFIG = "tokenizer_config.json";
    static final String SINGLE = "model.safetensors";
    static final String INDEX = "model.safetensors.index.json";

    private static final List<String> REQUIRED = List.of(CONFIG, TOKENIZER);
    private static final List<String> OPTIONAL =
            List.of("generation_config.json", TOKENIZER_CONFIG, "chat_template.jinja");
    private static final Pattern OTHER_WEIGHTS = Pattern.compile(".*\\.(?:bin|pt|pth|ckpt|pkl|gguf|h5|msgpack)");

    /** No segment begins with a dot, so that none leads out; nothing in it has a meaning in an address or on a disk. */
    private static final Pattern INSIDE = Pattern.compile("\\w[\\w.+-]*(?:/\\w[\\w.+-]*)*");

    private final HubId id;
    private final Listing listing;

    CheckpointFiles(HubId id, Listing listing) {
        this.id = id;
        this.listing = listing;
    }

    /** Refuses what cannot be played, before anything of it is downloaded. */
    void requirePlayable() {
        if (!listing.has(INDEX) && !listing.has(SINGLE)) {
            throw new HubException(id + " has no " + SINGLE + " and no " + INDEX + otherWeights()
                    + ": only weights in safetensors are read, so choose a model that has them.");
        }
        for (String name : REQUIRED) {
            if (!listing.has(name)) {
                throw new HubException(
                        id + " has no " + name + ": it is not a checkpoint that can be played as it is.");
            }
        }
    }

    private String otherWeights() {
        return listing.names().stream()
                .filter(it -> OTHER_WEIGHTS.matcher(it).matches())
                .findFirst()
                .map(it -> " (it has " + it + ")")
                .orElse("");
    }

    /** The index, which says what else is needed; empty where the weights are one file. */
    Optional<RemoteFile> index() {
        return listing.has(INDEX) ? Optional.of(file(INDEX)) : Optional.empty();
    }

    /** The files that an index names. */
    Set<String> shards(Path index) {
        Set<String> shards;
        try {
            shards = WeightIndex.shards(index);
        } catch (IOException e) {
            throw new HubException(INDEX + " of " + id + " cannot be read: it is damaged.", e);
        }
        if (shards.isEmpty()) {
            throw new HubException(INDEX + " of " + id + " names no files: it is damaged.");
        }
        return shards;
    }

    /** All files, the small ones first. */
    List<RemoteFile> all(Set<String> weights) {
        Set<String> names = new LinkedHashSet<>(REQUIRED);
        OPTIONAL.stream().filter(listing::has).forEach(names::add);
        Stream.of(INDEX).filter(listing::has).forEach(names::add);
        names.addAll(weights);
        List<RemoteFile> files = new ArrayList<>();
        names.forEach(it -> files.add(file(it)));
        return files;
    }

    private RemoteFile file(String name) {
        if (!isInside(name)) {
            throw new HubException(id + " names a file outside of its folder, or one with unusual characters ("
                    + shown(name) + "): it is not downloaded.");
        }
        if (!listing.has(name)) {
            throw new HubException(id + " has no " + name + ", which its " + INDEX + " names: it is not complete.");
        }
        return listing.files()
                .getOrDefault(name, Optional.empty())
                .orElseThrow(() -> new HubException("The hub does not say the size and the checksum of " + name + " in "
                        + id + ": is HF_ENDPOINT the address of a hub?"));
    }

    /** Whether the name is that of a file in the folder or below it. */
    static boolean isInside(String name) {
        return INSIDE.matcher(name).matches();
    }

    private static String shown(String name) {
        String start = name.length() > 80 ? name.substring(0, 80) + "…" : name;
        return start.replaceAll("\\p{Cntrl}", "?");
    }
}
