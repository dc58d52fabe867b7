package dev.dsctl.model.schema;

/** What the keys of a mapping must be. Each says what is wrong as the CRD says it, or null when nothing is. */
enum KeyFormat {
    ANY {
        @Override
        String fault(String key) {
            return null;
        }
    },
    LABEL {
        @Override
        String fault(String key) {
            if (key.isEmpty()) {
                return "a key can't be empty";
            }
            return key.indexOf('*') < 0 ? null : "wildcards aren't supported in keys of selectors";
        }
    },
    PORT_NAME {
        private static final int LONGEST = 62;

        @Override
        String fault(String key) {
            boolean valid = !key.isEmpty() && key.length() <= LONGEST && key.charAt(0) != '-' && !key.endsWith("-");
            for (int i = 0; valid && i < key.length(); i++) {
                char c = key.charAt(i);
                valid = c == '-' || (c < 128 && Character.isLetterOrDigit(c));
            }
            return valid ? null : "port names are up to 62 letters, digits and dashes between them";
        }
    },
    PORT_NUMBER {
        private static final int HIGHEST = 65535;

        @Override
        String fault(String key) {
            try {
                int port = Integer.parseInt(key);
                return port > 0 && port <= HIGHEST ? null : "must be a port between 1 and 65535";
            } catch (NumberFormatException e) {
                return "must be a port between 1 and 65535";
            }
        }
    };

    /** What is wrong with the key, or null. */
    abstract String fault(String key);
}
