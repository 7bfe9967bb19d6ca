package dramatis.app;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every setting there is. The README's table, {@code .env.example} and {@code dramatis doctor} show this table, and a
 * test keeps them equal to it.
 */
enum Key {
    MODEL(
            "understudy",
            "a checkpoint directory (an existing one wins), a model of the hub (ORG/NAME), or with MODEL_URL the server's name for it"),
    MODEL_URL("–", "one or several OpenAI-compatible servers, separated by commas"),
    MODEL_API_KEY("–", "sent as a bearer token"),
    MODEL_API("auto", "completions, chat, auto"),
    MODEL_TOKENIZER("–", "a tokenizer.json for counting when the server has none"),
    MODEL_CONTEXT(
            "the checkpoint's or the server's; 1800 for the understudy",
            "tokens of prompt and reply together; the history is cut to fit"),
    MODEL_CONCURRENCY("1 in process, 8 for a server", "turns played at once"),
    MODEL_DEVICE("auto", "cpu, gpu, auto"),
    MODEL_THREADS("the cores", "threads that compute, in process"),
    PLAN_TOKENS("400", "after so many tokens the plan is closed for the model"),
    QUEUE_LIMIT("200", "turns that may wait; beyond it a refusal with a sentence"),
    TEXT_LIMIT("4000", "characters of one message; beyond it a refusal with a sentence"),
    HF_HOME("~/.cache/huggingface", "cache folder, for MODEL=ORG/NAME"),
    HF_TOKEN("the file token in HF_HOME", "access token for gated models, for MODEL=ORG/NAME"),
    HF_ENDPOINT("the hub's own", "address of a mirror, for MODEL=ORG/NAME"),
    SAMPLING(
            "the checkpoint's, else temperature=0.7,top_p=0.9,max_tokens=1024",
            "also top_k, min_p, repetition_penalty, no_repeat_ngram_size, seed; what is not named stays the checkpoint's"),
    DATA_DIR("data", "database, logs, downloaded avatars"),
    DATA_KEY("–", "encrypts the database and its backups; 16 characters or more, and lost with them if it is lost"),
    CHARACTER("elizabeth-bennet", "who answers where nobody has been chosen yet"),
    CHARACTERS_DIR("characters in DATA_DIR", "further character files; where `dramatis characters import` puts them"),
    DISCORD_TOKEN("–", "brings the Discord adapter up"),
    DISCORD_API_URL("Discord's own", "base of the REST API, up to and with /api/v10"),
    DISCORD_OWNER_ID("the application's owner", "whose DMs get thoughts; who may switch them on"),
    TELEGRAM_TOKEN("–", "brings the Telegram adapter up"),
    TELEGRAM_API_URL("Telegram's own", "scheme, host and port of a Bot API server"),
    TELEGRAM_OWNER_ID("paired by a code", "whose private chat gets thoughts; who may switch them on"),
    TRIGGER(
            "mention,reply,name",
            "for channels that did not choose: any of mention, reply, name, all, chance=0.1, commands"),
    SCOPE("thread", "what shares one conversation: thread, channel, user"),
    TURN_MAX_AGE("24h", "older open turns are closed, not answered; s, m, h or d"),
    THOUGHTS("off", "off, dm, discord:ID or telegram:ID (a channel closed to everybody, checked at each post)"),
    RETENTION_DAYS("–", "older messages are deleted"),
    METRICS_PORT("–", "health, readiness and metrics on loopback"),
    LOG_LEVEL("info", "error, warn, info, debug, trace"),
    LANGUAGE("the person's, then en", "of what the program says: en, zh");

    private static final Set<Key> SECRETS = Set.of(MODEL_API_KEY, HF_TOKEN, DATA_KEY, DISCORD_TOKEN, TELEGRAM_TOKEN);

    private final String fallback;
    private final String meaning;

    Key(String fallback, String meaning) {
        this.fallback = fallback;
        this.meaning = meaning;
    }

    /** What holds when it is not set: a value, or words for one that is found out later. */
    String fallback() {
        return fallback;
    }

    /** What it does and what it may be, for people. */
    String meaning() {
        return meaning;
    }

    /** Whether its value is shown to nobody. */
    boolean secret() {
        return SECRETS.contains(this);
    }

    /** A value as it may be shown. */
    String shown(String value) {
        return secret() ? "…" : value;
    }

    static Optional<Key> named(String name) {
        return Stream.of(values()).filter(key -> key.name().equals(name)).findFirst();
    }
}
