package dramatis.testkit;

import tools.jackson.databind.JsonNode;

/** A method of the Bot API. Called with the world's monitor held. */
@FunctionalInterface
interface TelegramServerMethod {
    /** Does what was asked for and gives the result; throws a {@link TelegramServerError} where it is refused. */
    JsonNode call(TelegramServerRequest request) throws InterruptedException;
}
