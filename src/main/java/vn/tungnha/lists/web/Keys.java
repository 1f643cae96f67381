package vn.tungnha.lists.web;

import java.util.List;
import vn.tungnha.shared.Choice;

/** Letters that lead, behind a "g", to a line of the menu; those whom the menu does not offer a place have no such key. */
final class Keys {

    /** Letter and path. */
    static final List<Choice> PLACES = List.of(
            new Choice("h", "/"),
            new Choice("t", "/teams"),
            new Choice("n", "/households"),
            new Choice("v", "/visits"),
            new Choice("x", "/visits?show=ATTENTION"),
            new Choice("b", "/reports"),
            new Choice("c", "/indicators"),
            new Choice("g", "/targets"),
            new Choice("d", "/units"),
            new Choice("i", "/imports"),
            new Choice("k", "/accounts"),
            new Choice("l", "/audit"));

    private Keys() {}
}
