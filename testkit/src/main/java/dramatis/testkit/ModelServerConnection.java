package dramatis.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** HTTP/1.1 on one socket: as much of it as clients of model servers speak. */
final class ModelServerConnection {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    ModelServerConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = new BufferedOutputStream(socket.getOutputStream());
    }

    /** The next request; empty at the end of the connection. */
    Optional<ModelServerRequest> read() throws IOException {
        String[] first = line().split(" ");
        if (first.length < 2) {
            return Optional.empty();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        String path = first[1].replaceFirst("\\?.*", "");
        return Optional.of(new ModelServerRequest(first[0], path, headers, new String(body, UTF_8)));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(ISO_8859_1);
    }

    /** Answers as a whole. */
    void answer(int status, String type, String body, Map<String, String> headers) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        head(status, type, headers);
        write("Content-Length: " + bytes.length + "\r\n\r\n");
        out.write(bytes);
        out.flush();
    }

    /** Begins an answer in chunks. */
    void begin(Map<String, String> headers) throws IOException {
        head(200, "text/event-stream; charset=utf-8", headers);
        write("Transfer-Encoding: chunked\r\n\r\n");
        out.flush();
    }

    void chunk(byte[] bytes) throws IOException {
        write(Integer.toHexString(bytes.length) + "\r\n");
        out.write(bytes);
        write("\r\n");
        out.flush();
    }

    void end() throws IOException {
        write("0\r\n\r\n");
        out.flush();
    }

    /** Waits, and says whether the client went meanwhile. */
    boolean leftWithin(Duration time) throws IOException {
        if (time.isZero()) {
            return false;
        }
        socket.setSoTimeout((int) Math.max(1, time.toMillis()));
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        } finally {
            socket.setSoTimeout(0);
        }
    }

    private void head(int status, String type, Map<String, String> headers) throws IOException {
        write("HTTP/1.1 " + status + " Status\r\nContent-Type: " + type + "\r\n");
        for (Map.Entry<String, String> header : headers.entrySet()) {
            write(header.getKey() + ": " + header.getValue() + "\r\n");
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
    }
}
