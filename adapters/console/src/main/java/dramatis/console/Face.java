package dramatis.console;

import java.util.List;

/** What a console shows its person, and hears. One thread reads; any thread shows. */
interface Face extends AutoCloseable {
    /** Whether somebody sits here, who wants to be greeted and to see that time goes by. */
    boolean interactive();

    /** Waits for the next line. */
    Typed read();

    /** Shows texts, each in lines of its own, at once. */
    void show(List<Shown> texts);

    /** What is shown next belongs to something new: a blank line sets it apart. */
    void apart();

    /** Shows that somebody is awaited, until {@link #arrived}, where that can be taken back without trace. */
    void awaiting(String name);

    /** Nobody is awaited any longer. */
    void arrived();

    /** Does something at each Ctrl-C that comes while nothing is read. */
    void onBreak(Runnable action);

    /** Forgets the lines that were typed. */
    void forget();

    /** Whether nobody can see any more what is shown. */
    boolean gone();

    @Override
    void close();
}
