package dramatis.metrics;

/**
 * Whether the program lives.
 *
 * @param living seats that can play
 * @param seats how many there should be; 0 while the program still starts
 */
public record Health(int living, int seats) {
    /** A program that is not so far yet. */
    public static final Health STARTING = new Health(0, 0);

    /** Whether it needs no help: a seat that has died does not come back by itself. */
    public boolean well() {
        return living >= seats;
    }

    /** As a small JSON object. */
    String json() {
        String status = seats == 0 ? "starting" : well() ? "up" : "down";
        return "{\"status\":\"%s\",\"seats\":%d,\"living\":%d}\n".formatted(status, seats, living);
    }
}
