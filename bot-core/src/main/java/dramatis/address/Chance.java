package dramatis.address;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;

/** A throw of the dice that comes out the same each time: a hash of a seed and a message's ids. */
final class Chance {
    private Chance() {}

    /** A number from 0 (inclusive) to 1 (exclusive), evenly spread over messages and over seeds. */
    static double of(long seed, MessageRef message) {
        ConversationRef place = message.conversation();
        long hash = mixed(seed);
        for (String part : new String[] {place.platform(), place.chatId(), place.threadId(), message.messageId()}) {
            hash = part.chars().asLongStream().reduce(mixed(hash), (sum, c) -> mixed(sum ^ c));
        }
        return (hash >>> 11) * 0x1.0p-53;
    }

    /** The finaliser of SplittableRandom: every bit of the result depends on every bit given. */
    private static long mixed(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
