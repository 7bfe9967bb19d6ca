package dramatis.openai;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a server can do, as it was found out without generating.
 *
 * @param kind which program it is
 * @param model the model asked for, in the server's name for it
 * @param models all that it says it has
 * @param api the one to use: never AUTO
 * @param why that one, for people
 * @param context the longest prompt and reply together, in tokens
 * @param tokenizes whether it counts tokens
 */
record ServerProfile(
        ServerKind kind,
        String model,
        List<String> models,
        ModelApi api,
        String why,
        OptionalInt context,
        boolean tokenizes) {

    ServerProfile {
        requireNonNull(kind, "kind");
        requireNonNull(model, "model");
        models = List.copyOf(models);
        requireNonNull(api, "api");
        requireNonNull(why, "why");
        requireNonNull(context, "context");
    }

    /** Whether it goes on from a reply's beginning. */
    boolean prefills() {
        return api == ModelApi.COMPLETIONS || kind.continuesMessages();
    }
}
