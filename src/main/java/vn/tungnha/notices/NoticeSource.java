package vn.tungnha.notices;

import java.util.List;
import java.util.Locale;
import vn.tungnha.identity.CurrentUser;

/**
 * Offered as a bean by a module that has something to tell. It is asked when the inbox is opened, so that what it says is
 * true at that moment and reaches whoever holds the office now; it needs a constant number of statements.
 */
public interface NoticeSource {

    List<Notice> of(CurrentUser user, Locale locale);
}
