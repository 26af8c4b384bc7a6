package dev.vigie.diagnosis.sigma;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number a text holds, decimal or hexadecimal. */
final class FieldNumber {
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]{1,40}(?:\\.[0-9]{1,40})?");
    private static final Pattern HEX = Pattern.compile("0[xX][0-9a-fA-F]{1,32}");

    private FieldNumber() {
    }

    static Optional<BigDecimal> of(String text) {
        String number = text.strip();
        if (DECIMAL.matcher(number).matches()) {
            return Optional.of(new BigDecimal(number));
        }
        return HEX.matcher(number).matches()
                ? Optional.of(new BigDecimal(new BigInteger(number.substring(2), 16)))
                : Optional.empty();
    }
}
