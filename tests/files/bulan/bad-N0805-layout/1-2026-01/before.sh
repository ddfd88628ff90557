# Run in an empty folder.
cp -r "$formats" formats && cp "$here/../tata-letak-silang/bad-N0805-role-twice.xml" formats/payroll
