package vn.tungnha;

import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The application as it is used for real, listening on a port, with an empty database: started once for all tests that
 * carry this. It trusts one proxy and takes small files only.
 */
@Tag("slow")
@SpringBootTest(
        webEnvironment = RANDOM_PORT,
        properties = {"spring.servlet.multipart.max-request-size=1MB", "tungnha.trusted-proxies=" + RealPort.PROXY})
@Import(DatabaseConfiguration.class)
@ActiveProfiles("test")
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RealPort {

    /** Another address of this very machine. */
    String PROXY = "127.0.0.2";
}
