package dramatis.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Tells whether a snapshot has all that a checkpoint needs, whoever made it. Blobs get their names when they are whole, so
 * a link that leads somewhere is a whole file.
 */
final class Snapshot {
    private Snapshot() {}

    /**
     * Whether config.json, both files of the tokenizer and all weights are there.
     *
     * @param absent the folder that says which files this commit does not have: a tokenizer_config.json that is missing
     *     is either that, or on its way, and with it the chat template
     */
    static boolean isComplete(Path snapshot, Path absent) {
        return has(snapshot, CheckpointFiles.CONFIG)
                && has(snapshot, CheckpointFiles.TOKENIZER)
                && (has(snapshot, CheckpointFiles.TOKENIZER_CONFIG) || has(absent, CheckpointFiles.TOKENIZER_CONFIG))
                && hasWeights(snapshot);
    }

    private static boolean hasWeights(Path snapshot) {
        if (has(snapshot, CheckpointFiles.SINGLE)) {
            return true; // where there is an index as well, this is what is played
        }
        try {
            Set<String> shards = WeightIndex.shards(snapshot.resolve(CheckpointFiles.INDEX));
            return !shards.isEmpty()
                    && shards.stream().allMatch(it -> CheckpointFiles.isInside(it) && has(snapshot, it));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean has(Path folder, String name) {
        return Files.isRegularFile(folder.resolve(name));
    }
}
