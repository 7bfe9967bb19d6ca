package dramatis.discord;

import java.io.IOException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the gateway's address from the REST API ({@code GET /gateway/bot}) and not from JDA, and starts sessions on
 * daemon threads.
 */
final class ServedGateway extends SessionControllerAdapter {
    private static final Logger log = LoggerFactory.getLogger(ServedGateway.class);

    private final DiscordOptions options;
    private final OkHttpClient http;
    private volatile String known = "";

    ServedGateway(DiscordOptions options, OkHttpClient http) {
        this.options = options;
        this.http = http;
    }

    /** The address as it is now, or as it was when it could be asked for last. */
    @Override
    public String getGateway() {
        try {
            known = ask();
        } catch (IOException | ParsingException e) {
            if (known.isEmpty()) {
                throw new DiscordException("Discord cannot be reached at " + options.base() + ": " + e.getMessage(), e);
            }
            log.debug("the gateway's address could not be asked for", e);
        }
        return known;
    }

    private String ask() throws IOException {
        Request request = new Request.Builder()
                .url(options.base() + "gateway/bot")
                .header("Authorization", "Bot " + options.token())
                .build();
        try (Response response = http.newCall(request).execute();
                ResponseBody body = response.body()) {
            if (response.code() == 401) {
                throw new InvalidTokenException();
            }
            if (!response.isSuccessful()) {
                throw new IOException("status " + response.code());
            }
            return DataObject.fromJson(body.string()).getString("url");
        }
    }

    @Override
    protected void runWorker() {
        synchronized (lock) {
            if (workerHandle == null) {
                workerHandle = new QueueWorker();
                workerHandle.setDaemon(true);
                workerHandle.start();
            }
        }
    }
}
