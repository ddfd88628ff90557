# Run in an empty folder.
cp -r "$formats" formats && cp formats/payroll/sipd-tpp.xml formats/payroll/salinan.xml
