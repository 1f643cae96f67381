package vn.tungnha.door;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.gateway.Allowances;
import vn.tungnha.shared.Days;

/**
 * How much one address may send and ask for without login. Telephones of one operator share addresses, so that a handful a
 * minute is let through; what one address can put into an inbox in a day stays far below what the inbox takes. Nothing of
 * an address is ever stored.
 */
@Component
@RequiredArgsConstructor
public class Senders {

    static final int FORMS_A_MINUTE = 6;
    static final int FORMS_A_DAY = 12;
    static final int KNOCKS_A_MINUTE = 30;
    static final int LOOKS_A_MINUTE = 30;
    static final int PAGES_A_MINUTE = 240;

    /** Beyond, the least of the harm is to forget who has sent what today. */
    private static final int MOST_SENDERS = 20_000;

    private static final int NETWORK_BYTES = 8;

    private final Allowances allowances;
    private final Clock clock;
    private final Map<Inbox, Sent> today = new ConcurrentHashMap<>();

    private record Sent(LocalDate day, int forms) {}

    private record Inbox(String sender, long ward) {}

    private record Purpose(String what, String sender) {}

    /** Whether the address is listened to at all: beyond, it floods, and no page is written for it. */
    public boolean mayKnock(String address) {
        return allowances
                .take(new Purpose("knock", network(address)), KNOCKS_A_MINUTE)
                .granted();
    }

    /** Whether the address may send another form just now; asked once for each form that comes. */
    public boolean maySend(String address) {
        return allowances
                .take(new Purpose("form", network(address)), FORMS_A_MINUTE)
                .granted();
    }

    /** Whether the address has put less than its share into a ward's inbox of this day, and notes one more. */
    boolean takesOneMore(String address, long ward) {
        LocalDate day = Days.today(clock);
        if (today.size() > MOST_SENDERS) {
            today.values().removeIf(sent -> !sent.day().equals(day));
            if (today.size() > MOST_SENDERS) {
                today.clear();
            }
        }
        return today.merge(
                                new Inbox(network(address), ward),
                                new Sent(day, 1),
                                (before, one) -> before.day().equals(day) ? new Sent(day, before.forms() + 1) : one)
                        .forms()
                <= FORMS_A_DAY;
    }

    /** Whether another code may be tried. */
    public boolean mayLook(String address) {
        return allowances
                .take(new Purpose("code", network(address)), LOOKS_A_MINUTE)
                .granted();
    }

    /** Whether another search may be made. */
    public boolean maySearch(String address) {
        return allowances
                .take(new Purpose("search", network(address)), PAGES_A_MINUTE)
                .granted();
    }

    /** A household has a whole network of the new kind of addresses. */
    static String network(String address) {
        try {
            return address.indexOf(':') >= 0 && InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException unreadable) {
            return address;
        }
    }
}
