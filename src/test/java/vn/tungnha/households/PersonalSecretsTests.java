package vn.tungnha.households;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Seals;
import vn.tungnha.shared.SecretKeyFile;

class PersonalSecretsTests {

    private static final UUID HOA = UUID.randomUUID();

    @TempDir
    private Path folder;

    @Test
    void opensWhatItSealedWithTheKeyOfTheFolder() {
        SealedPhone sealed = secrets().sealPhone(HOA, "+84 905 123 112");

        assertThat(sealed.last3()).isEqualTo("112");
        assertThat(new String(sealed.cipher(), StandardCharsets.ISO_8859_1)).doesNotContain("905123");
        assertThat(secrets().openPhone(HOA, sealed.cipher())).isEqualTo("0905123112");
    }

    @Test
    void doesNotOpenThePhoneOfSomebodyElse() {
        SealedPhone sealed = secrets().sealPhone(HOA, "0905123112");

        assertThatThrownBy(() -> secrets().openPhone(UUID.randomUUID(), sealed.cipher()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsTheKeyToItsOwner() throws IOException {
        secrets().sealPhone(HOA, "0905123112");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("encryption.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void hashesACitizenNumberAlikeEveryTime() {
        assertThat(secrets().hashCitizenNumber("048 061 000 123"))
                .isEqualTo(secrets().hashCitizenNumber("048061000123"));
        assertThat(secrets().last4("048061000123")).isEqualTo("0123");
    }

    @Test
    void refusesWhatIsNoPhoneNumber() {
        assertThatThrownBy(() -> secrets().sealPhone(HOA, "12345"))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("households.error.phone");
    }

    private PersonalSecrets secrets() {
        return new PersonalSecrets(new Seals(new SecretKeyFile("", folder)));
    }
}
