package dramatis.discord;

import java.io.IOException;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;

/**
 * Sends a post to a webhook once. Such posts carry no key, so that one that is sent again after a lost answer stands
 * there twice; and both the HTTP client and JDA send again what seems to have failed. What is seen here as a failure of
 * another kind they hand up.
 */
final class PostedOnce implements Interceptor {
    private static final Pattern EXECUTION = Pattern.compile(".*/webhooks/\\d+/[^/]+/?");
    private static final int NOT_RETRIED = 500;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        RequestBody body = request.body();
        if (body == null || !executes(request)) {
            return chain.proceed(request);
        }
        try {
            Request once = request.newBuilder().post(new OneShot(body)).build();
            Response response = chain.proceed(once);
            return response.code() < NOT_RETRIED
                    ? response
                    : response.newBuilder().code(NOT_RETRIED).build();
        } catch (IOException e) {
            // of a class that is not taken for a timeout
            throw new IOException("no answer to a webhook's post: " + e.getMessage(), e);
        }
    }

    private static boolean executes(Request request) {
        return request.method().equals("POST")
                && EXECUTION.matcher(request.url().encodedPath()).matches();
    }

    /** A body that is not written twice. */
    private static final class OneShot extends RequestBody {
        private final RequestBody body;

        OneShot(RequestBody body) {
            this.body = body;
        }

        @Override
        public MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            body.writeTo(sink);
        }
    }
}
