package vn.tungnha.identity.login;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import vn.tungnha.identity.LoginCard;

/** The cards somebody has just issued, kept in the session until signing out, so that a jammed printer loses none. */
public final class CardsInHand {

    private static final String ATTRIBUTE = "vn.tungnha.login-cards";

    private CardsInHand() {}

    public static void put(HttpSession session, List<LoginCard> cards) {
        session.setAttribute(ATTRIBUTE, new ArrayList<>(cards));
    }

    public static List<LoginCard> of(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof List<?> cards
                ? cards.stream().map(LoginCard.class::cast).toList()
                : List.of();
    }
}
