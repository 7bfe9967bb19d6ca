package dramatis.telemetry;

/**
 * What a bot is at, at one moment.
 *
 * @param waiting turns in line
 * @param playing turns that a seat plays
 * @param living seats that can play; fewer than {@code seats} before the start, at the end, and when one has died
 * @param seats how many there are to be
 */
public record Load(int waiting, int playing, int living, int seats) {}
