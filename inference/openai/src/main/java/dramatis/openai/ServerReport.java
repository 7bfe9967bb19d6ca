package dramatis.openai;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a server said when it was asked what it can do.
 *
 * @param url where it is, without user-info and query
 * @param kind which program it is; empty where it could not be asked
 * @param model the model that it is to play
 * @param api the API to use; never AUTO
 * @param why that API
 * @param context the longest prompt and reply together, in tokens, where it says so
 * @param counting how tokens are counted
 * @param problem the one sentence of what is wrong and what to do; empty where nothing is
 */
public record ServerReport(
        String url,
        Optional<ServerKind> kind,
        Optional<String> model,
        Optional<ModelApi> api,
        String why,
        OptionalInt context,
        String counting,
        Optional<String> problem) {

    public ServerReport {
        requireNonNull(url, "url");
        requireNonNull(kind, "kind");
        requireNonNull(model, "model");
        requireNonNull(api, "api");
        requireNonNull(why, "why");
        requireNonNull(context, "context");
        requireNonNull(counting, "counting");
        requireNonNull(problem, "problem");
    }

    static ServerReport of(ServerUrl url, ServerProfile profile, String counting) {
        return new ServerReport(
                url.toString(),
                Optional.of(profile.kind()),
                Optional.of(profile.model()),
                Optional.of(profile.api()),
                profile.why(),
                profile.context(),
                counting,
                Optional.empty());
    }

    static ServerReport failed(ServerUrl url, String problem) {
        return new ServerReport(
                url.toString(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                OptionalInt.empty(),
                "",
                Optional.of(problem));
    }
}
