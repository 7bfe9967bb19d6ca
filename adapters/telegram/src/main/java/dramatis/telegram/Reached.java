package dramatis.telegram;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Tells requests that never left from those whose answer was lost: the network interceptor is called once there is a
 * connection, before the first byte is written to it.
 */
final class Reached {
    private Reached() {}

    /** The request never left. */
    static final class UnsentException extends IOException {
        private static final long serialVersionUID = 1;

        UnsentException(IOException cause) {
            super(cause);
        }
    }

    /** Has a client throw {@link UnsentException} where it applies. */
    static OkHttpClient.Builder told(OkHttpClient.Builder client) {
        return client.addInterceptor(Reached::outside).addNetworkInterceptor(Reached::inside);
    }

    private static Response outside(Interceptor.Chain chain) throws IOException {
        AtomicBoolean reached = new AtomicBoolean();
        Request request =
                chain.request().newBuilder().tag(AtomicBoolean.class, reached).build();
        try {
            return chain.proceed(request);
        } catch (IOException e) {
            throw reached.get() ? e : new UnsentException(e);
        }
    }

    private static Response inside(Interceptor.Chain chain) throws IOException {
        AtomicBoolean reached = chain.request().tag(AtomicBoolean.class);
        if (reached != null) {
            reached.set(true);
        }
        return chain.proceed(chain.request());
    }
}
