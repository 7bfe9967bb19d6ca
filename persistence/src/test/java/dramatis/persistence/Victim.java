package dramatis.persistence;

import dramatis.message.Segment;
import dramatis.session.Session;
import dramatis.turn.Turn;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A process that takes messages until it is killed, and prints the id of each when it is kept. */
final class Victim implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private Victim(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** Its message ids begin with the prefix, so that no two victims use the same. */
    static Victim start(Path folder, String prefix, int writeDelay, boolean encrypted) throws IOException {
        return new Victim(java(
                Victim.class,
                "-Dpersistence.writeDelay=" + writeDelay,
                folder.toString(),
                prefix,
                Boolean.toString(encrypted)));
    }

    /** Another process of this JVM's kind, with the tests' class path. */
    static Process java(Class<?> program, String option, String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                option,
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static Optional<DataKey> key(boolean encrypted) {
        return encrypted ? Optional.of(DataKey.of("the victim's key is long enough")) : Optional.empty();
    }

    long pid() {
        return process.pid();
    }

    /** Waits until it has kept so many messages. */
    List<String> acknowledged(int count) throws IOException {
        List<String> ids = new ArrayList<>();
        while (ids.size() < count) {
            String line = output.readLine();
            if (line == null) {
                throw new IOException("the victim ended by itself");
            }
            ids.add(line);
        }
        return ids;
    }

    /** Kills it, and says what else it had kept until then. */
    List<String> kill() throws IOException, InterruptedException {
        process.toHandle().destroyForcibly(); // the process's own method closes what it has printed, too
        try (Stream<String> rest = output.lines()) {
            List<String> ids = rest.toList();
            process.waitFor();
            return ids;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    public static void main(String[] args) {
        Database database = Database.open(Path.of(args[0]), key(Boolean.parseBoolean(args[2])));
        Session session = new Talk(database).session();
        for (int i = 0; ; i++) {
            String id = args[1] + "." + i;
            long turn = new Talk(database).admit(session, id, id);
            System.out.println(id + " ");
            if (i % 3 == 0) {
                answer(database, turn);
            }
        }
    }

    private static void answer(Database database, long turn) {
        database.turns().begin(turn, "Elena");
        database.turns().segment(turn, 0, Segment.speech("reply"));
        database.turns().answer(turn, false, Optional.empty());
        database.turns().end(turn, Turn.State.POSTED, Optional.empty());
    }
}
