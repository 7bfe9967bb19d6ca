package dramatis.openai;

import java.net.http.HttpHeaders;

/**
 * A server's whole answer.
 *
 * @param body may repeat texts of chats: never to be shown
 */
record Answer(int status, HttpHeaders headers, String body) {
    boolean isOk() {
        return status == 200;
    }

    /** The path is not one of the server's, or not with this method. */
    boolean isMissing() {
        return status == 404 || status == 405 || status == 501;
    }

    boolean refusesKey() {
        return status == 401 || status == 403;
    }

    Json json() {
        return Json.read(body);
    }
}
