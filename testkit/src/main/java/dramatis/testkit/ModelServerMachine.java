package dramatis.testkit;

import java.util.SplittableRandom;

/**
 * What a {@link ModelServer} says when nobody tells it what to: words drawn from the prompt and the seed, in HER's
 * form. A plan that the prompt has opened is gone on with; one that it has closed is not begun again.
 */
final class ModelServerMachine {
    private static final String[] WORDS = ("the of rain lake boat night lantern cold and quiet window letter door"
                    + " you remember never still water walk slowly home before winter listen answer perhaps")
            .split(" ");
    private static final String OPEN = "<system_thinking>";
    private static final String CLOSE = "</system_thinking>";

    private final SplittableRandom random;
    private final StringBuilder reply = new StringBuilder();

    private ModelServerMachine(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The reply to a prompt that ends where it begins. */
    static String reply(String prompt, long seed) {
        ModelServerMachine machine = new ModelServerMachine(prompt.hashCode() * 31L + seed);
        String begun = prompt.substring(prompt.lastIndexOf("<|im_start|>assistant") + 1);
        if (!begun.contains(CLOSE)) {
            machine.reply.append(begun.contains(OPEN) ? "" : OPEN);
            machine.sentence(8);
            machine.reply.append(CLOSE);
        }
        machine.sentence(14);
        machine.reply.append(" <role_action>");
        machine.sentence(6);
        machine.reply.append("</role_action> ");
        machine.sentence(14);
        return machine.reply.toString();
    }

    private void sentence(int words) {
        for (int i = words + random.nextInt(4); i > 0; i--) {
            reply.append(WORDS[random.nextInt(WORDS.length)]).append(i > 1 ? " " : ".");
        }
    }
}
