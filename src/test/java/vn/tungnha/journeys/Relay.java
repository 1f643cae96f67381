package vn.tungnha.journeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The line between a phone and the application: it can be cut, and mended. */
final class Relay implements AutoCloseable {

    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong received = new AtomicLong();
    private volatile ServerSocket listener;
    private volatile String real = "";
    private volatile String forged = "";

    Relay(int target) {
        this.target = target;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
        accept(listener);
    }

    int port() {
        return port;
    }

    /** Bytes that came down the line, heads and all. */
    long received() {
        return received.get();
    }

    /** From now on the phone reads something else there, of the same length. */
    void forge(String real, String forged) {
        this.forged = forged;
        this.real = real;
    }

    /** Nobody answers any more, and what was under way breaks off. */
    void cut() {
        synchronized (open) {
            close(listener);
            open.forEach(Relay::close);
            open.clear();
        }
    }

    void mend() {
        listener = listen(port);
        accept(listener);
    }

    @Override
    public void close() {
        cut();
    }

    private static ServerSocket listen(int port) {
        try {
            return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void accept(ServerSocket from) {
        start(() -> {
            while (true) {
                Socket phone = from.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                synchronized (open) {
                    open.add(phone);
                    open.add(server);
                    // one let in while the line was being cut would go on talking over a line that is down
                    if (from.isClosed()) {
                        open.forEach(Relay::close);
                        open.clear();
                        return;
                    }
                }
                start(() -> pump(phone, server, false));
                start(() -> pump(server, phone, true));
            }
        });
    }

    private void pump(Socket from, Socket to, boolean down) throws IOException {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] some = new byte[8192];
            String held = "";
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                String text = held + new String(some, 0, read, ISO_8859_1);
                if (down) {
                    received.addAndGet(read);
                    text = real.isEmpty() ? text : text.replace(real, forged);
                    held = begun(text);
                    text = text.substring(0, text.length() - held.length());
                } else if (!real.isEmpty()) {
                    // only plain text can be forged
                    text = text.replaceAll("(?i)accept-encoding: [^\\r]*", "Accept-Encoding: identity");
                }
                out.write(text.getBytes(ISO_8859_1));
            }
        } finally {
            open.remove(from);
            close(from);
        }
    }

    /** What is to be forged may come in two pieces: the end of a piece that may be its beginning, two letters at least. */
    private String begun(String text) {
        for (int length = Math.min(real.length() - 1, text.length()); length > 1; length--) {
            if (real.startsWith(text.substring(text.length() - length))) {
                return text.substring(text.length() - length);
            }
        }
        return "";
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception gone) {
            // it is what was wanted
        }
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException cut) {
                // the line is down
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }
}
