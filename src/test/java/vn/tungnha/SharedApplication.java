package vn.tungnha;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import vn.tungnha.reports.StatementCount;
import vn.tungnha.units.TestUnits;

/**
 * The whole application over a real PostgreSQL that holds nothing but reference data, without a port: started once for
 * all tests that carry this. They share its database: each makes places and people of its own and counts no others.
 */
@SpringBootTest(
        properties = {
            "tungnha.encryption-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "tungnha.data-dir=${java.io.tmpdir}/tungnha-tests"
        })
@AutoConfigureMockMvc
@Import({DatabaseConfiguration.class, TestUnits.class, StatementCount.class})
@ActiveProfiles("test")
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SharedApplication {}
