package dramatis.hub;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** A process of its own that fetches a model, and prints what its progress is told and where the model is. */
final class HubChild implements AutoCloseable {
    private static final String OURS = "> ";

    private final Process process;
    private final BufferedReader output;

    private HubChild(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static HubChild start(Path home, URI endpoint, HubId id) throws IOException {
        return new HubChild(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HubChild.class.getName(),
                        home.toString(),
                        endpoint.toString(),
                        id.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    public static void main(String[] args) {
        HubOptions options = HubOptions.of(Path.of(args[0])).withEndpoint(args[1]);
        say(HubCache.of(options)
                .fetch(HubId.parse(args[2]).orElseThrow(), new Progress() {
                    @Override
                    public void started(HubId id, long done, long total) {
                        say("started");
                    }

                    @Override
                    public void advanced(long done, long total) {}

                    @Override
                    public void waiting(String sentence) {
                        say(sentence);
                    }
                })
                .toString());
    }

    private static void say(String line) {
        System.out.println(OURS + line);
    }

    /** The next line of it; others are of a logger. */
    String line() throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith(OURS)) {
            line = output.readLine();
        }
        return line == null ? "it ended" : line.substring(OURS.length());
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
