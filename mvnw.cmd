@echo off
rem Runs Maven: an installed one that is new enough, else the pinned one; see mvnw for the variables.
setlocal
set "MVN="
for /f "usebackq delims=" %%m in (`powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0.mvn\wrapper\maven.ps1"`) do set "MVN=%%m"
if not defined MVN exit /b 1
call "%MVN%" %*
exit /b %ERRORLEVEL%
