package vn.tungnha.journeys;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * A line that fails in the ways of an alley: it stands before the application and does harm to what phones send, one fault
 * after the other as they were ordered. Everything else, and what comes after the last fault, passes.
 */
final class FaultyProxy implements AutoCloseable {

    enum Fault {
        /** The server does its work, the answer is lost. */
        DROP_ANSWER,
        /** The server gets it twice. */
        DUPLICATE,
        /** The answer comes late. */
        DELAY,
        /** Half an answer. */
        TRUNCATE,
        /** Cut before the server heard of it. */
        CUT,
        NONE
    }

    private static final int LONGEST_HEAD = 65_536;

    private final ServerSocket door;
    private final int behind;
    private final Duration delay;
    private final Deque<Fault> orders = new ArrayDeque<>();
    private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);
    private final ExecutorService hands = Executors.newCachedThreadPool();

    /** @param behind port of the application; @param delay how late a delayed answer comes */
    FaultyProxy(int behind, Duration delay) {
        this.behind = behind;
        this.delay = delay;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hands.execute(this::listen);
    }

    String address() {
        return "http://localhost:" + door.getLocalPort();
    }

    synchronized void order(Collection<Fault> faults) {
        orders.addAll(faults);
    }

    synchronized Map<Fault, Integer> done() {
        return new EnumMap<>(done);
    }

    private synchronized Fault next(String head) {
        if (!head.startsWith("POST /field/sync/visits ")) {
            return Fault.NONE;
        }
        Fault fault = orders.isEmpty() ? Fault.NONE : orders.poll();
        done.merge(fault, 1, Integer::sum);
        return fault;
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                hands.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            byte[] head = head(client.getInputStream());
            if (head.length == 0) {
                return;
            }
            String text = new String(head, StandardCharsets.ISO_8859_1);
            byte[] body = client.getInputStream().readNBytes(length(text));
            Fault fault = next(text);
            if (fault == Fault.CUT) {
                return;
            }
            if (fault == Fault.DUPLICATE) {
                ask(text, body);
            }
            byte[] answer = ask(text, body);
            if (fault == Fault.DELAY) {
                LockSupport.parkNanos(delay.toNanos());
            }
            if (fault != Fault.DROP_ANSWER) {
                client.getOutputStream().write(answer, 0, fault == Fault.TRUNCATE ? answer.length - 40 : answer.length);
            }
        } catch (IOException gone) {
            // the browser went away, or the server did: what a proxy is there to show
        }
    }

    /** One connection a request: the end of the answer is the end of the stream. */
    private byte[] ask(String head, byte[] body) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            String closing = head.replaceAll("(?i)\r\n(connection|keep-alive):[^\r]*", "")
                    .replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n");
            server.getOutputStream().write(closing.getBytes(StandardCharsets.ISO_8859_1));
            server.getOutputStream().write(body);
            server.getOutputStream().flush();
            return server.getInputStream().readAllBytes();
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int newlines = 0;
        while (newlines < 2) {
            int one = in.read();
            if (one < 0) {
                return new byte[0];
            }
            if (head.size() > LONGEST_HEAD) {
                throw new EOFException("no end of the head");
            }
            head.write(one);
            newlines = one == '\n' ? newlines + 1 : one == '\r' ? newlines : 0;
        }
        return head.toByteArray();
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hands.shutdownNow();
    }
}
