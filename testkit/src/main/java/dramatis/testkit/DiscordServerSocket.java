package dramatis.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.zip.Deflater;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** The sockets of a gateway: texts as they are, or one zlib stream a connection for who asks for it. */
final class DiscordServerSocket extends WebSocketServer {
    private final DiscordServerGateway gateway;
    private final CountDownLatch started = new CountDownLatch(1);
    private final Map<WebSocket, Deflater> deflaters = new ConcurrentHashMap<>();

    DiscordServerSocket(DiscordServerGateway gateway) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        this.gateway = gateway;
        setDaemon(true);
        setConnectionLostTimeout(0);
        setTcpNoDelay(true);
    }

    void open() {
        start();
        try {
            started.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void shut() {
        try {
            stop(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void send(WebSocket connection, String text) {
        Deflater deflater = deflaters.get(connection);
        if (!connection.isOpen()) {
            return;
        }
        if (deflater == null) {
            connection.send(text);
        } else {
            connection.send(deflated(deflater, text));
        }
    }

    /** One message of a stream that goes on ("Transport Compression"). */
    private static byte[] deflated(Deflater deflater, String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        deflater.setInput(text.getBytes(UTF_8));
        int length;
        do {
            length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            out.write(buffer, 0, length);
        } while (length == buffer.length);
        return out.toByteArray();
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
        if (handshake.getResourceDescriptor().contains("compress=zlib-stream")) {
            deflaters.put(connection, new Deflater());
        }
        gateway.opened(connection);
    }

    @Override
    public void onMessage(WebSocket connection, String text) {
        gateway.received(connection, text);
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
        Deflater deflater = deflaters.remove(connection);
        if (deflater != null) {
            deflater.end();
        }
        gateway.closed(connection, code, remote);
    }

    @Override
    public void onError(WebSocket connection, Exception e) {
        started.countDown();
    }
}
