package dramatis.openai;

import dramatis.inference.EngineException;
import dramatis.openai.AttemptException.Remedy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sentences that say why a server did not reply, and what to do. None holds a text of a chat, or a key. */
final class Refusal {
    private static final int SHOWN_MODELS = 12;

    private Refusal() {}

    static AttemptException unreachable(ServerUrl url, Throwable why) {
        return new AttemptException(
                Remedy.TIME,
                "The server at " + url + " cannot be reached (" + why.getClass().getSimpleName() + "): is it running?");
    }

    static AttemptException notNow(ServerUrl url, ServerError error, Optional<Duration> retryAfter) {
        return new AttemptException(
                Remedy.TIME, "The server at " + url + " does not take requests (" + error + ").", retryAfter);
    }

    static AttemptException key(ServerUrl url) {
        return new AttemptException(
                Remedy.SETTING, "The server at " + url + " refuses the key: set MODEL_API_KEY to one that it knows.");
    }

    static AttemptException unknownModel(Remedy remedy, ServerUrl url, String model, List<String> models) {
        String has = models.isEmpty() ? "" : " it has " + names(models) + ";";
        return new AttemptException(
                remedy,
                "The server at " + url + " has no model " + model + ":" + has + " set MODEL to one that it has.");
    }

    static AttemptException severalModels(ServerUrl url, List<String> models) {
        return new AttemptException(
                Remedy.SETTING,
                "The server at " + url + " has several models: set MODEL to one of " + names(models) + ".");
    }

    static AttemptException noModels(ServerUrl url) {
        return new AttemptException(
                Remedy.SETTING,
                "The server at " + url + " does not say which models it has: set MODEL to its name for one, and see"
                        + " that MODEL_URL is an OpenAI-compatible server.");
    }

    static AttemptException noPrefill(ServerUrl url) {
        return new AttemptException(
                Remedy.NOTHING,
                "The server at " + url + " cannot go on from a reply's beginning, as others could before.");
    }

    static AttemptException noServer(Remedy remedy, ServerUrl url, String what) {
        return new AttemptException(
                remedy, "The server at " + url + " " + what + ": set MODEL_URL to an OpenAI-compatible server.");
    }

    static AttemptException otherWords(ServerUrl url) {
        return new AttemptException(Remedy.OTHER_WORDS, "The server at " + url + " takes no stream_options.");
    }

    static AttemptException silent(ServerUrl url, Duration waited) {
        return new AttemptException(
                Remedy.OTHER_SERVER,
                "The server at " + url + " has not begun a reply in " + waited.toSeconds()
                        + " s: it has too much to do, or hangs.");
    }

    static EngineException broke(ServerUrl url, int tokens, String how) {
        return failed("The server at " + url + " " + how + " after " + tokens + " tokens of a reply.");
    }

    /** Some servers end so when a prompt is too long, and say nothing. */
    static EngineException empty(ServerUrl url) {
        return failed("The server at " + url + " ended a reply before it began: if its context is shorter than"
                + " prompts are, set MODEL_CONTEXT.");
    }

    static EngineException failed(String sentence) {
        return new EngineException(EngineException.Kind.FAILED, sentence);
    }

    static EngineException tooLong(int promptTokens, int context) {
        return new EngineException(
                EngineException.Kind.TOO_LONG,
                "The prompt has " + promptTokens + " tokens, and the context " + context + "; it must be shorter.");
    }

    static EngineException closed() {
        return new EngineException(EngineException.Kind.CLOSED, "The engine was closed.");
    }

    /** What an error in place of a reply is: an {@link AttemptException}, or an {@link EngineException}. */
    static RuntimeException of(
            ServerUrl url, String path, ServerError error, Optional<Duration> retryAfter, ServerProfile profile) {
        if (error.tooLong()) {
            return new EngineException(
                    EngineException.Kind.TOO_LONG,
                    "The prompt is longer than the context of the server at " + url + " (" + error + ").");
        }
        if (error.refusesKey()) {
            return key(url);
        }
        if (error.unknownModel()) {
            return profile.models().contains(profile.model())
                    ? noServer(Remedy.MODEL, url, "has no " + path + ", or not for " + profile.model())
                    : unknownModel(Remedy.MODEL, url, profile.model(), profile.models());
        }
        if (error.passes()) {
            return notNow(url, error, retryAfter);
        }
        return failed("The server at " + url + " refuses the request (" + error + ").");
    }

    private static String names(List<String> models) {
        String some = String.join(", ", models.subList(0, Math.min(models.size(), SHOWN_MODELS)));
        return models.size() > SHOWN_MODELS ? some + " and " + (models.size() - SHOWN_MODELS) + " more" : some;
    }
}
