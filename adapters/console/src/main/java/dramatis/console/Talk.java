package dramatis.console;

import dramatis.message.Phrases;
import dramatis.platform.Admission;
import dramatis.platform.InboundHandler;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/** The conversation, line by line: the next one is read when the last one is answered. Runs on one thread. */
final class Talk {
    private final Face face;
    private final Turns turns;
    private final Asking asking;
    private final ConsoleCommands commands;
    private final Backstage backstage;
    private final ConsoleOptions options;
    private final Phrases phrases;
    private final AtomicBoolean stopping = new AtomicBoolean();

    Talk(Face face, Turns turns, Asking asking, ConsoleCommands commands, Backstage backstage, ConsoleOptions options) {
        this.face = face;
        this.turns = turns;
        this.asking = asking;
        this.commands = commands;
        this.backstage = backstage;
        this.options = options;
        this.phrases = Phrases.in(options.locale());
    }

    /** Talks until there is nothing more to read, or nobody to show it to. */
    void run(InboundHandler handler) throws InterruptedException {
        face.onBreak(this::stop);
        open();
        boolean more = true;
        while (more && !face.gone()) {
            more = take(face.read(), handler);
        }
        if (!face.interactive()) {
            turns.awaitAll();
        }
    }

    private void open() {
        if (face.interactive()) {
            String banner = phrases.text("console.banner", backstage.character(), options.playedBy());
            face.show(List.of(
                    new Shown(Look.ANSWER, banner), new Shown(Look.ASIDE, phrases.text("console.banner.keys"))));
        }
    }

    private boolean take(Typed typed, InboundHandler handler) throws InterruptedException {
        if (typed instanceof Typed.Line line) {
            return take(line.text().strip(), handler);
        }
        if (typed instanceof Typed.Break broken) {
            interrupted(broken);
            return true;
        }
        return false;
    }

    private boolean take(String line, InboundHandler handler) throws InterruptedException {
        if (line.equals("/quit")) {
            return false;
        }
        if (!line.isEmpty() && !outOfCharacter(line)) {
            face.apart();
            long since = turns.now();
            await(line.startsWith("/") ? commands.run(line) : say(line, handler), since);
        }
        return true;
    }

    private static boolean outOfCharacter(String line) {
        return line.startsWith("//") || (line.startsWith("((") && line.endsWith("))"));
    }

    private OptionalLong say(String line, InboundHandler handler) throws InterruptedException {
        // before it is handed in: its answer, which ends this, may come at once
        face.awaiting(backstage.character());
        Admission admission = asking.say(line, handler, () -> complain("console.retrying"));
        if (admission instanceof Admission.Queued queued) {
            turns.asked(queued.turnId());
            return OptionalLong.of(queued.turnId());
        }
        face.arrived();
        if (admission instanceof Admission.Refused refused) {
            refused(phrases.text(refused.why()));
        } else if (admission instanceof Admission.Unavailable) {
            refused(phrases.text("console.unavailable"));
        } else if (admission instanceof Admission.Ignored) {
            refused(phrases.text("privacy.out"));
        }
        return OptionalLong.empty();
    }

    private void refused(String why) {
        turns.failed();
        face.show(List.of(new Shown(Look.NOTICE, why)));
    }

    private void await(OptionalLong turn, long since) throws InterruptedException {
        if (turn.isPresent()) {
            stopping.set(false);
            turns.await(turn.getAsLong(), since);
            face.arrived();
        }
    }

    private void interrupted(Typed.Break broken) {
        if (turns.anyRunning()) {
            stop();
        } else if (broken.nothingTyped()) {
            face.show(List.of(new Shown(Look.ASIDE, phrases.text("console.how.to.quit"))));
        }
    }

    /** A second time for the same turn, it is not waited for any longer: it may hang. */
    private void stop() {
        if (stopping.getAndSet(true)) {
            turns.release();
        }
        commands.run("/stop");
    }

    private void complain(String key) {
        face.show(List.of(new Shown(Look.NOTICE, phrases.text(key))));
    }
}
