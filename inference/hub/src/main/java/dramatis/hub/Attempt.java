package dramatis.hub;

import java.io.IOException;

/** Something that may fail, or be interrupted. */
interface Attempt<T> {
    T run() throws IOException, InterruptedException;
}
