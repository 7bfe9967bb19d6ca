/** Who may do what: roles, the rules that ask for them, and the one authoriser that decides. */
@NullMarked
package dramatis.access;

import org.jspecify.annotations.NullMarked;
