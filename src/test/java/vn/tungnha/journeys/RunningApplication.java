package vn.tungnha.journeys;

import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import vn.tungnha.DatabaseConfiguration;

/** The whole application with catalogue and demonstration, started once for all tests that carry this. */
@Tag("slow")
@SpringBootTest(webEnvironment = RANDOM_PORT, properties = "tungnha.catalogue.load=true")
@AutoConfigureMockMvc
@Import(DatabaseConfiguration.class)
@ActiveProfiles({"test", "demo"})
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RunningApplication {}
